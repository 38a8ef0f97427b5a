import type { ReactNode } from 'react'
import type { Article } from '#contract/bulletin'

/** To come. */
export const Publish = (_: { draw: (article: Article) => ReactNode }) => null
