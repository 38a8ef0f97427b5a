/** A browser makes its own. */
export const PhotoCanvas = () => null
