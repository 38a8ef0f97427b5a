/** To come. */
export const Suggestions = () => null
