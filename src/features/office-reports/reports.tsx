/** To come. */
export const Reports = () => null
