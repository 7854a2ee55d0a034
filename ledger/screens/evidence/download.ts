import { openServer, Refusal } from "#web/kit/server.tsx";
import type { Language } from "#web/kit/words/language.tsx";

/** Fetches a file as the signed-in person and hands it to the browser to be kept. Throws Refusal as the client does. */
export async function download(
  path: "evidence" | "standing.pdf" | "checkpoint",
  contract: string,
  tenant: string,
  language: Language,
): Promise<void> {
  const server = openServer(tenant, language);
  const params = { params: { path: { contract } }, parseAs: "blob" } as const;
  const files = {
    evidence: () => server.GET("/api/v1/contracts/{contract}/evidence", params),
    "standing.pdf": () => server.GET("/api/v1/contracts/{contract}/standing.pdf", params),
    checkpoint: () => server.GET("/api/v1/contracts/{contract}/checkpoint", params),
  };
  const names = { evidence: "evidence.json", "standing.pdf": "standing.pdf", checkpoint: "checkpoint.note" };
  const { data } = await files[path]();
  if (!(data instanceof Blob)) throw new Refusal({ status: 500, code: "no-file", title: "—" });
  save(data, names[path]);
}

/** A file under a name, as the browser saves what is clicked. */
export function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
