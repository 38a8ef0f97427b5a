import { copyText } from './clipboard'

/** Something that a person takes with them: the same as words to read, as a page to open and print, and as JSON for another programme. */
export interface Parcel {
  name: string
  words: string
  page: string
  json: string
}

export type TakeAwayWay = 'words' | 'page' | 'json'

/** In which ways it can be taken away here, the most useful first. */
export const takeAwayWays: readonly { id: TakeAwayWay; label: string }[] = [{ id: 'words', label: '复制全部文字' }]
export const takenWords = '已经复制。可以粘贴到备忘录里，或者发给信得过的人。'

/** Mini-programs cannot save files for other programmes: the words go to the clipboard. */
export const takeAway = ({ words }: Parcel, _way: TakeAwayWay): Promise<void> => copyText(words)
