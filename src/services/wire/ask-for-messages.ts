/** Asks the platform's user whether we may send them one message of this template. A browser has no messages. */
export const askForMessages = (_template: string): Promise<boolean> => Promise.resolve(false)
