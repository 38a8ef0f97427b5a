import type { ReactNode } from 'react'

/**
 * What an officer finds at a value that several sources have: of the head's name, the village, the category; and of the member who stands
 * so far down the list, the name and whether they live.
 */
export type MarkOf = (of: 'name' | 'home' | 'category' | 'alive', member?: number) => ReactNode
