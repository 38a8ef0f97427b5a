export interface WhichCodeProps {
  texts: readonly string[]
  onChoose: (text: string) => void
}

/** A platform's scanner hands over one code. */
export const WhichCode = (_: WhichCodeProps) => null
