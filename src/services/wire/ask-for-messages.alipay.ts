import Taro from '@tarojs/taro'

/** Alipay asks the person, or answers at once what they chose to keep; older ones than 1.25.7 cannot, which is a no. */
export const askForMessages = (template: string): Promise<boolean> =>
  Taro.requestSubscribeMessage({ entityIds: [template] } as Taro.requestSubscribeMessage.Option).then(
    (answer) => (answer as { behavior?: unknown }).behavior === 'subscribe',
    () => false,
  )
