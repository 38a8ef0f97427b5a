/** A file that was chosen or dropped, with the folders it came from. */
export interface Chosen {
  path: string
  file: File
}

/** What an operating system or an office programme leaves beside the files people mean. */
const isLeftBehind = (name: string): boolean => /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(name)

/** The files of a picker, of a folder picker too. */
export const chosenOf = (list: FileList | null): Chosen[] =>
  Array.from(list ?? [], (file) => ({ path: file.webkitRelativePath || file.name, file })).filter(({ file }) => !isLeftBehind(file.name))

/** Everything that was dropped: files, and those in folders, however deep. */
export async function droppedOf(data: DataTransfer): Promise<Chosen[]> {
  // Asked at once: when the event is over, the list is empty.
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry?.() ?? null)
  if (entries.every((entry) => entry === null)) return chosenOf(data.files)
  const found = await Promise.all(entries.map((entry) => (entry ? within(entry) : [])))
  return found.flat().filter(({ file }) => !isLeftBehind(file.name))
}

async function within(entry: FileSystemEntry): Promise<Chosen[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    return [{ path: entry.fullPath.replace(/^\//, ''), file }]
  }
  const inside = await entriesOf((entry as FileSystemDirectoryEntry).createReader())
  return (await Promise.all(inside.map(within))).flat()
}

/** A reader gives some entries at a time, and none when it is through. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return all
    all.push(...some)
  }
}
