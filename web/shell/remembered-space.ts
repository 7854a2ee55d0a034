const KEPT = "tenu.space";

/** The space where somebody was last, on this device. */
export function rememberedSpace(): string | undefined {
  return localStorage.getItem(KEPT) ?? undefined;
}

export function rememberSpace(tenant: string): void {
  localStorage.setItem(KEPT, tenant);
}
