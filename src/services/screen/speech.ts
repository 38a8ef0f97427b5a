/** Whether this device can read aloud. Mini-programs cannot yet: names and amounts never go to a vendor's voice. */
export const canSpeak = (): boolean => false

/** Reads a text aloud; resolves when it ends or is stopped, rejects when the device has no voice for it. */
export const speak = (_text: string): Promise<void> => Promise.resolve()

export const stopSpeaking = (): void => undefined
