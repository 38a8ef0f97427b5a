import { Canvas } from '@tarojs/components'
import { photoCanvasId } from '../../services/photo/photo-source'

/** Mini-programs draw on a canvas of the page; it stands beside the screen. */
export const PhotoCanvas = () => <Canvas type="2d" id={photoCanvasId} className="photo-canvas" aria-hidden="true" />
