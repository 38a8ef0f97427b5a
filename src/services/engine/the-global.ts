/** What `globalThis` stands for where the build puts it in: a mini-program's engine need not have it, and libraries only look into it. */
export const theGlobal: object = typeof global === 'object' && global !== null ? global : {}
