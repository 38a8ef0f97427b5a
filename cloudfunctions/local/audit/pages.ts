/** A long list read page by page, with a look ahead. The next page is asked for while this one is worked through. */
export class Pages<T> {
  private page: T[] = []
  private position = 0
  private coming: Promise<T[]> | undefined

  /** `next` gives the page after an item, the first page without one; an empty page is the end. */
  constructor(private readonly next: (after: T | undefined) => Promise<T[]>) {
    this.ask(undefined)
  }

  async peek(): Promise<T | undefined> {
    if (this.position >= this.page.length && this.coming) {
      this.page = await this.coming
      this.position = 0
      this.coming = undefined
      if (this.page.length > 0) this.ask(this.page.at(-1))
    }
    return this.page[this.position]
  }

  /** Goes on from the item that was looked at. */
  skip(): void {
    this.position++
  }

  async take(): Promise<T | undefined> {
    const item = await this.peek()
    this.skip()
    return item
  }

  /** All of the next page; an empty one is the end. */
  async takePage(): Promise<T[]> {
    await this.peek()
    const rest = this.page.slice(this.position)
    this.position = this.page.length
    return rest
  }

  private ask(after: T | undefined): void {
    this.coming = this.next(after)
    // Whoever stops early never asks for it; whoever goes on still gets the failure.
    this.coming.catch(() => {})
  }
}
