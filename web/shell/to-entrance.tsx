import { useNavigate, useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";

/** Sends to the entrance whoever is not signed in, and remembers what they asked for: once, for the address changes on the way. */
export function ToEntrance() {
  const router = useRouter();
  const navigate = useNavigate();
  const [asked] = useState(() => router.state.location.href);
  useEffect(() => {
    void navigate({ to: "/enter", search: asked === "/" ? {} : { to: asked }, replace: true });
  }, [asked, navigate]);
  return null;
}
