/** Most often it is what was written that is lost by leaving. */
export const unsentWords = '写的还没有送出去，离开这一页就没有了。'
/** A receipt stands on its page only. */
export const receiptWords = '回执号还没有抄下来，离开这一页就看不到了。'
