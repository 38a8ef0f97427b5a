/** To come. */
export const Posters = () => null
