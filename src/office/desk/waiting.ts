import type { DeskMe, DeskSection } from '#contract/office/desk'

/** Something that waits for an officer: in which room, how many, and in words what is to be done. */
export interface Waiting {
  id: string
  room: DeskSection
  count: number
  words: string
  /** Stands in the menu instead of the number. */
  mark?: string
}

/** What waits, the most pressing first; each count is of the list that its room opens with. */
export const waitingOf = ({ waiting, pledge, sections, alerts }: DeskMe): Waiting[] => {
  const all: Waiting[] = [
    { id: 'emergencies', room: 'grants', count: waiting.emergencies, words: '次紧急查阅，等您看' },
    { id: 'alerts', room: 'alerts', count: alerts?.today ?? 0, words: '条预警，今天办' },
    { id: 'batches', room: 'batches', count: waiting.batches, words: '批钱，轮到您' },
    { id: 'cases', room: 'cases', count: waiting.cases, words: '件办件，轮到本单位' },
    { id: 'schemes', room: 'schemes', count: waiting.schemes, words: '件抱团增收的事，等您批' },
    { id: 'requests', room: 'requests', count: waiting.requests, words: '件更正和投诉，等答复' },
    { id: 'reports', room: 'reports', count: waiting.reports, words: '件举报，等受理' },
    { id: 'grants', room: 'grants', count: waiting.grants, words: '件授权，等您批' },
    { id: 'staff', room: 'staff', count: waiting.staff, words: '件用人的事，等您看' },
    { id: 'suggestions', room: 'suggestions', count: waiting.suggestions, words: '条意见，等办' },
    { id: 'articles', room: 'publish', count: waiting.articles, words: '篇文章，等人审' },
    { id: 'refused', room: 'refused', count: waiting.refused, words: '行退回的，等人改' },
    { id: 'likenesses', room: 'likenesses', count: waiting.likenesses ?? 0, words: '对像是同一个人的，等人看' },
    { id: 'pledge', room: 'pledge', count: pledge && pledge.signedOn === undefined ? 1 : 0, words: '份责任书，还没签', mark: '未签' },
  ]
  return all.filter(({ room, count }) => count > 0 && sections.includes(room))
}

/** What the menu says beside a room's name. */
export function markOf(room: DeskSection, waiting: readonly Waiting[]): number | string | undefined {
  const here = waiting.filter((one) => one.room === room)
  return here.find(({ mark }) => mark !== undefined)?.mark ?? (here.reduce((sum, { count }) => sum + count, 0) || undefined)
}
