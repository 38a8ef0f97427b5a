declare const my: { canIUse(name: string): boolean; showSharePanel(): void }

/** Whether this Alipay can be asked to share (base library 1.17 and later); elsewhere its own menu does. */
export const hasSharePanel = (): boolean => my.canIUse('showSharePanel')

/** Opens Alipay's own choice of ways to share; it asks the page what to pass on. */
export const openSharePanel = (): void => my.showSharePanel()
