import Taro from '@tarojs/taro'
import { onlineManager } from '@tanstack/react-query'

/** Tells the query library when the phone is back on the net, so that what failed is asked again. A browser tells it by itself. */
export function watchNetwork(): void {
  if (process.env.TARO_ENV === 'h5') return
  onlineManager.setEventListener((setOnline) => {
    Taro.onNetworkStatusChange(({ isConnected }) => setOnline(isConnected))
    return undefined
  })
}
