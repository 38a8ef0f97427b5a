import Taro from '@tarojs/taro'

/** From WeChat 2.15.0 on; rejects before. */
export const secureBytes = (length: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    void Taro.getRandomValues({ length, success: ({ randomValues }) => resolve(new Uint8Array(randomValues)), fail: reject })
  })
