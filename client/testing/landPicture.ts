export const landPicture = '/assets/land.svg';
