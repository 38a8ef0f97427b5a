/** Mini-programs are tapped only. */
export const answerKeyboard = (): void => undefined
