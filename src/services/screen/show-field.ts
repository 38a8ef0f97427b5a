import Taro from '@tarojs/taro'

/** Room above it for the page's title and what is asked (px). */
const above = 120

/**
 * Brings what has this id into sight, once the screen has been drawn anew. A phone that cannot scroll to it still shows its
 * mark and words.
 */
export function showField(id: string): void {
  const { pageScrollTo } = Taro as Partial<typeof Taro>
  Taro.nextTick(() => {
    pageScrollTo?.({ selector: `#${id}`, offsetTop: -above, duration: 200 }).catch(() => undefined)
  })
}
