import Taro from '@tarojs/taro'

/** In a browser a page's own file may not have come yet: whoever opens it without a net is told, instead of nothing happening. */
export function sayLatePages(): void {
  window.addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) => {
    if ((reason as { name?: string } | undefined)?.name !== 'ChunkLoadError') return
    void Taro.showToast({ title: '没有连上网，这一页还没取到。连上网再点一次。', icon: 'none', duration: 4000 })
  })
}
