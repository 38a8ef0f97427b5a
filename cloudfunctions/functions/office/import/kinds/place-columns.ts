import type { ColumnSpecs } from '../tables/columns'

/** The columns with which every department's list begins. */
export const placeColumns = {
  serial: { names: ['序号', '编号', '户序号', '户编号'] },
  town: { names: ['乡镇', '乡镇(街道)', '镇街', '所属乡镇', '街道', '乡(镇)', '所在乡镇'], merged: true },
  village: { names: ['村', '村(社区)', '行政村', '村社', '村居', '所属村', '村名', '所在村'], merged: true },
} satisfies ColumnSpecs
