/** Whether this device can read aloud. */
export const canSpeak = (): boolean => 'speechSynthesis' in window

/** Reads a text aloud, a little slowly; resolves when it ends or is stopped, rejects when the device has no voice for it. */
export function speak(text: string): Promise<void> {
  stopSpeaking()
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.lang = 'zh-CN'
  utterance.rate = 0.9
  return new Promise((resolve, reject) => {
    utterance.onend = () => resolve()
    utterance.onerror = ({ error }) => (error === 'canceled' || error === 'interrupted' ? resolve() : reject(new Error(error)))
    window.speechSynthesis.speak(utterance)
  })
}

export const stopSpeaking = (): void => window.speechSynthesis.cancel()
