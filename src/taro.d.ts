import '@tarojs/components/types/common'

declare module '@tarojs/components/types/common' {
  /** What a browser's assistive software reads; mini-programs ignore it. `aria-*` needs no declaration. */
  interface StandardProps {
    role?: string
    tabIndex?: number
  }
}
