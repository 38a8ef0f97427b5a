import Taro from '@tarojs/taro'

const key = 'understood'

/** What this phone has said of each article, by its id. */
type Said = Record<string, boolean>

const said = (): Said => Taro.getStorageSync<Said | ''>(key) || {}

/** 看懂了 (true) or 没看懂, if this phone has said so: each article is asked about once. */
export const saidOf = (id: string): boolean | undefined => said()[id]

export const keepSaid = (id: string, understood: boolean): void => Taro.setStorageSync(key, { ...said(), [id]: understood })
