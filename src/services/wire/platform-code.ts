/** A one-time code with which the platform vouches for its account. WeChat needs none (callFunction vouches), a browser has none. */
export const platformCode = (): Promise<string | undefined> => Promise.resolve(undefined)
