import { Icon } from '../../ui/icons.js';

export const FullScreenIcon = () => (
  <Icon>
    <path d="M3 8V3h5M12 3h5v5M17 12v5h-5M8 17H3v-5" />
  </Icon>
);

export const LeaveScreenIcon = () => (
  <Icon>
    <path d="M8 3v5H3M17 8h-5V3M12 17v-5h5M3 12h5v5" />
  </Icon>
);

export const PlayIcon = () => (
  <Icon>
    <path d="M6 4v12l10-6z" fill="currentColor" />
  </Icon>
);

export const StopIcon = () => (
  <Icon>
    <path d="M5.500 5h9v10h-9z" fill="currentColor" />
  </Icon>
);

export const StepIcon = () => (
  <Icon>
    <path d="M4 4v12l8-6zM16 4v12" />
  </Icon>
);
