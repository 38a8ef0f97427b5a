/** Undoes URL encoding; text that was not encoded comes back as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
