/** Mini-programs have the platform's own bar with a title and a way back. */
export const TopBar = (_: { title: string }) => null
