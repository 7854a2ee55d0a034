/** French signs keep to the word before them, and to the word inside quotes: no line breaks there. English is left as it is. */
export function tied(text: string): string {
  return text.replaceAll(/ ([:;?!»])/g, "\u00A0$1").replaceAll("« ", "«\u00A0");
}
