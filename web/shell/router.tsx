import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import type { ScreenListed } from "../kit/screen.ts";
import { WrittenText } from "../kit/written-text.tsx";
import { Frame } from "./frame.tsx";
import { Lost } from "./lost.tsx";

/** Where everything is. Who is not signed in is shown the entrance, whatever was asked, and comes back to it afterwards. */
export function openRouter(screens: readonly ScreenListed[]) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: Lost });
  const enter = createRoute({
    getParentRoute: () => root,
    path: "/enter",
    component: lazyRouteComponent(() => import("./enter/enter.tsx"), "Enter"),
  });
  const inside = createRoute({ getParentRoute: () => root, id: "inside", component: () => <Frame screens={screens} /> });
  const home = createRoute({
    getParentRoute: () => inside,
    path: "/",
    beforeLoad: () => {
      throw redirect({ to: screens[0]!.path });
    },
  });
  const rooms = screens.map(({ path, load }) =>
    createRoute({ getParentRoute: () => inside, path, component: lazyRouteComponent(load, "Screen") }),
  );
  return createRouter({
    routeTree: root.addChildren([enter, inside.addChildren([home, ...rooms])]),
    defaultPreload: "intent",
    defaultPendingComponent: WrittenText,
    defaultPendingMs: 0,
  });
}
