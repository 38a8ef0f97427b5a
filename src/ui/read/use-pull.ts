import Taro, { usePullDownRefresh } from '@tarojs/taro'

/** Pulling the page down asks again. The page's config must enable it. */
export function usePull(...queries: readonly { refetch: () => Promise<unknown> }[]): void {
  usePullDownRefresh(() => {
    void Promise.all(queries.map(({ refetch }) => refetch())).finally(() => Taro.stopPullDownRefresh())
  })
}
