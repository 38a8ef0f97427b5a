import { copyText } from './clipboard'

/** Something that a person takes with them: the same as words to read and as JSON for another programme. */
export interface Parcel { name: string; words: string; json: string }

/** What taking away means here. */
export const takeAwayWords = { take: '复制全部文字', taken: '已经复制。可以粘贴到备忘录里，或者发给信得过的人。' }

/** Mini-programs cannot save files for other programmes: the words go to the clipboard. */
export const takeAway = ({ words }: Parcel): Promise<void> => copyText(words)
