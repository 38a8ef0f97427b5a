import type { QueryClient } from '@tanstack/react-query'

/** A mini-program has one window. */
export const watchOtherTabs = (_client: QueryClient): void => undefined
