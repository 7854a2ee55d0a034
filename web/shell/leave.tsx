import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ask } from "../kit/server.tsx";
import { useLanguage } from "../kit/words/language.tsx";

/** Signs out, and forgets what was seen. */
export function Leave() {
  const { language, say } = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: () => ask("/auth/sign-out", language, {}),
    onSettled: () => {
      queries.clear();
      void navigate({ to: "/enter" });
    },
  });
  return (
    <Button variant="subtle" size="compact-sm" loading={leave.isPending} onClick={() => leave.mutate()}>
      {say({ fr: "Se déconnecter", en: "Sign out" })}
    </Button>
  );
}
