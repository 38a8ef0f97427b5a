import type { CSSProperties } from 'react'

/** How this person reads. `text` is the body size in dp. */
export interface Reading {
  elder: boolean
  text: number
}

/** Body sizes to choose from, in dp; 长辈版 begins at the third. MIIT's rules for elders ask for ≥ 18, adjustable to ≥ 30. */
export const steps = [16, 18, 22, 26, 30] as const
const elderFrom = 22

export const usual: Reading = { elder: false, text: 18 }

/** Steps on offer; nothing in 长辈版 gets small again. */
export const stepsFor = (elder: boolean): readonly number[] => (elder ? steps.filter((text) => text >= elderFrom) : steps)

/** Turning 长辈版 on enlarges what was smaller; turning it off returns to the usual size. */
export const withElder = (reading: Reading, elder: boolean): Reading => ({
  elder,
  text: elder ? Math.max(reading.text, elderFrom) : usual.text,
})

/** WeChat's own font setting (dp) as the nearest step that is not smaller. */
export const stepAtLeast = (size: number): number => steps.find((text) => text >= size) ?? steps[steps.length - 1]!

/** Every size on a page as custom properties of its root; targets are ≥ 60 dp in 长辈版, ≥ 48 otherwise. */
export function sizesOf({ elder, text }: Reading): CSSProperties {
  const px = (size: number) => `${Math.round(size)}px`
  return {
    '--text': px(text),
    '--small': px(elder ? Math.max(19, text * 0.86) : Math.max(15, text * 0.86)),
    '--title': px(Math.min(text * 1.22, text + 6)),
    '--huge': px(Math.min(text * 1.5, text + 9)),
    '--touch': px(elder ? Math.max(64, text * 2.4) : 48),
  } as CSSProperties
}
