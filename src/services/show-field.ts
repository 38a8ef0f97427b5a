import Taro from '@tarojs/taro'

/** Room above it for the page's title and what is asked (px). */
const above = 120

/** Brings what has this id into sight, once the screen has been drawn anew. */
export function showField(id: string): void {
  Taro.nextTick(() => { void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -above, duration: 200 }) })
}
