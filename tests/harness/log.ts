import type { LogLine } from '#kernel/call/log'

/** What the functions wrote to the log, which a spy on `console.error` heard: each call is one line of JSON. */
export const linesOf = ({ mock }: jest.SpyInstance): (LogLine & { time?: string })[] =>
  mock.calls.map((words: unknown[]) => {
    expect(words).toEqual([expect.stringMatching(/^\{[^\n]*\}$/)])
    return JSON.parse(words[0] as string) as LogLine
  })
