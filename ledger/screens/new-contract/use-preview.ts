import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useServer } from "#web/kit/server.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { type Order, particularsOf } from "./order.ts";

/** What the order would make, asked again as it is filled in. The last answer stays until the next is there. */
export function usePreview(order: Order) {
  const server = useServer();
  const { language } = useLanguage();
  const asked = { ...particularsOf(order, {}), ...(order.tenant !== "" && { tenant: order.tenant }) };
  const [settled] = useDebouncedValue(JSON.stringify(asked), 350);
  return useQuery({
    queryKey: ["preview", settled, language],
    queryFn: async () => (await server.POST("/api/v1/contracts/preview", { body: JSON.parse(settled) as typeof asked })).data!,
    enabled: order.terms.length > 0,
    placeholderData: (before) => before,
    staleTime: Infinity,
  });
}
