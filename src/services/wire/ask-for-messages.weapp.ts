import Taro from '@tarojs/taro'

/** WeChat asks the person, on a tap of theirs only; each yes lets us send one message. */
export const askForMessages = (template: string): Promise<boolean> =>
  // Taro's type wants what Alipay's API takes as well.
  Taro.requestSubscribeMessage({ tmplIds: [template] } as Taro.requestSubscribeMessage.Option).then(
    (answer) => (answer as Record<string, unknown>)[template] === 'accept',
    () => false,
  )
