/** Whether the device's own way of sharing will work: a frame has it only where its host allows it. */
export function canShare(): boolean {
  const { featurePolicy } = document as Document & {
    featurePolicy?: { allowsFeature(feature: string): boolean };
  };
  return (
    typeof navigator.share === 'function' &&
    featurePolicy?.allowsFeature('web-share') !== false &&
    navigator.canShare?.({ url: location.href }) !== false
  );
}
