import Taro from '@tarojs/taro'

/** Puts a text where the person can paste it from. Rejects when the phone does not let it. */
export const copyText = async (text: string): Promise<void> => {
  await Taro.setClipboardData({ data: text })
}
