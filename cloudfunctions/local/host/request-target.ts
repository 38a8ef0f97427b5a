/** What a request line asks for: the path as it was sent, and its query. */
export interface Target {
  path: string
  query: URLSearchParams
}

/** `http://host:port` in front of a path, as a proxy is asked. */
const origin = /^https?:\/\/[^/?#]*(?=[/?#]|$)/i

/**
 * Reads the target of a request line (`/c/X?a=1`, `http://host/c/X`). Nothing for `*`, `host:port`, and whatever else is no path.
 * Never throws: `//`, `/%`, `/\0` and the like are paths that simply name nothing.
 */
export function targetOf(url: string | undefined): Target | undefined {
  const text = (url ?? '').replace(origin, '') || (origin.test(url ?? '') ? '/' : '')
  const [, path = '', query = ''] = /^([^?#]*)(?:\?([^#]*))?/.exec(text) ?? []
  return path.startsWith('/') ? { path, query: new URLSearchParams(query) } : undefined
}

/** The path in plain characters; as it was where its escapes mean nothing. */
export function decodedPath(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
