/** So many secure bytes (at most 65,536) from the browser; rejects where it has none. */
export const secureBytes = async (length: number): Promise<Uint8Array> => crypto.getRandomValues(new Uint8Array(length))
