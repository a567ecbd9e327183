/** As a part of a pattern in which nothing stands for anything else. */
export function literally(text: string): string {
  return text.replaceAll('\u0000', '').replace(/[\\%_]/g, '\\$&')
}
