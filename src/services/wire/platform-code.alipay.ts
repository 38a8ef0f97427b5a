import Taro from '@tarojs/taro'

/** Taro's `login` is `my.getAuthCode` for `auth_base` here: it tells the account's number only, and asks the person nothing. */
export const platformCode = (): Promise<string | undefined> =>
  Taro.login().then(
    ({ code }) => code || undefined,
    () => undefined,
  )
