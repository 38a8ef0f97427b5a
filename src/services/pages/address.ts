/** Mini-programs have no address line. */
export const adoptAddress = (): void => undefined
