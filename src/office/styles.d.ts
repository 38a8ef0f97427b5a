/** A stylesheet that is loaded together with its page. */
declare module '*.scss'
