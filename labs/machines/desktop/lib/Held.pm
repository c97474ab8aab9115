# What holds a terminal, whatever comes and goes at the other end? The program's side is a pseudo-terminal that stays; the other
# side two pipes: typing in, output out, bytes as they are. A program like tmux would draw the screen itself and leave lines out.
#
# Typing carries the terminal's size, in cells: FF size <rows> <columns> \n. No letter of UTF-8 has the byte FF; one that is typed
# comes as FF '='.
#
# No module: a class may have three of these per person, and Perl's own (POSIX, Socket, warnings) would double their memory.
package Held;
use strict;

# Requests to terminals, flags, errors: asm-generic of Linux, the same numbers on x86-64 and arm64.
sub TIOCSWINSZ() { 0x5414 }
sub TIOCGPTN() { 0x80045430 }
sub TIOCSPTLCK() { 0x40045431 }
sub O_WRONLY() { 01 }
sub O_RDWR() { 02 }
sub O_NOCTTY() { 0400 }
sub O_NONBLOCK() { 04000 }
sub F_SETFL() { 4 }
sub EINTR() { 4 }
sub EIO() { 5 }
sub EAGAIN() { 11 }
sub WNOHANG() { 1 }
# Bytes of one read or write. A terminal gives 4 KiB at a time: so many make one write, for each of which
# everybody on the way to the page pays once.
sub PIECE() { 32_768 }
# Bytes of output kept for whoever comes back.
sub KEPT() { 256 * 1024 }
# Seconds between two sizes of a redraw, and between two looks at a terminal that nobody has open.
sub NUDGE() { 0.06 }
sub LOOK() { 0.02 }

# The pseudo-terminal, the program on it, whether it has ended; whether every child that ended was waited for.
my ($terminal, $program, $over, $buried);
# Whoever is here: their typing, and where output goes.
my ($in, $out);
# What waits: a size that is not whole yet, typing for the program, output for who is here.
my ($heard, $typing, $output) = ('', '', '');
# What was shown, in pieces; how many bytes; whether its beginning is gone.
my (@past, $cut);
my $kept = 0;
# Rows and columns now; whether programs must draw everything again; the size that they are told last for that.
my @size = (24, 80);
my ($redraw, @size_owed);

$SIG{PIPE} = 'IGNORE';
$SIG{CHLD} = sub { $buried = 0 };

# Starts this program on a new terminal, in the home folder. False when there is no room for one more.
sub begin {
  my @command = @_;
  sysopen $terminal, '/dev/ptmx', O_RDWR | O_NOCTTY | O_NONBLOCK or return 0;
  my $number = pack 'i', 0;
  ioctl $terminal, TIOCSPTLCK, $number;
  ioctl $terminal, TIOCGPTN, $number;
  tell_size(@size);
  my $path = '/dev/pts/' . unpack 'i', $number;
  my $started = fork;
  if ($started || !defined $started) {
    ($program, $over) = ($started, 0);
    return defined $started;
  }
  $SIG{$_} = 'DEFAULT' for qw(PIPE CHLD HUP INT QUIT TERM TSTP);
  open STDIN, '+<', $path and open STDOUT, '>&', \*STDIN and open STDERR, '>&', \*STDIN;
  chdir($ENV{HOME} // '/') or chdir '/';
  # A session of its own, whose terminal is its standard input.
  exec 'setsid', '--ctty', @command;
}

# Process id of the program.
sub program { $program }

# Has the program ended? What it said last is kept.
sub over {
  until ($buried) {
    $buried = 1;
    while ((my $pid = waitpid -1, WNOHANG) > 0) { $over = 1 if $pid == $program }
  }
  if ($over && $terminal) {
    1 while read_terminal();
    close $terminal;
    undef $terminal;
    $typing = '';
  }
  return $over;
}

# Somebody is here: who was before goes. Given their typing, and where output goes to them.
sub arrive {
  leave();
  ($in, $out) = @_;
  fcntl $_, F_SETFL, O_NONBLOCK for $in, $out;
}

sub leave {
  close $in if $in;
  close $out if $out;
  ($in, $out) = ();
  ($heard, $output) = ('', '');
}

# Is anybody here?
sub attended { defined $out }

# Does anything wait to be shown?
sub owes { $output ne '' }

# All that is kept, to whoever is here.
sub show_past {
  my $past = join '', @past;
  if ($cut) {
    # From the beginning of a line; programs that own the whole screen draw it again.
    $past =~ s/\A[^\n]*\n//;
    $redraw = 1;
  }
  # Questions to the terminal were answered when they were asked (ECMA-48: DA, DSR).
  $past =~ s/\e\[[?>=]?[0-9;]*[cn]//g;
  $output = $past;
}

# Waits for something to happen, for so many seconds at most, and passes it on. Given further streams to wait for; gives those that have something.
sub turn {
  my ($patience, @others) = @_;
  my ($read, $write) = ('', '');
  vec($read, fileno $_, 1) = 1 for @others;
  # One piece at a time each way: who cannot follow makes the other side wait.
  vec($read, fileno $in, 1) = 1 if $in && $typing eq '';
  vec($write, fileno $out, 1) = 1 if $output ne '';
  if ($terminal) {
    vec($read, fileno $terminal, 1) = 1 if $output eq '';
    vec($write, fileno $terminal, 1) = 1 if $typing ne '';
  }
  $patience = NUDGE if @size_owed;
  my $ready = select $read, $write, undef, $patience;
  return if $ready < 0;
  settle_size() if $ready == 0;
  pass_typing() if $in && vec $read, fileno $in, 1;
  write_typing() if $typing ne '';
  if ($terminal && $output eq '' && vec $read, fileno $terminal, 1) { read_terminal() }
  write_output() if $output ne '';
  return grep { vec $read, fileno $_, 1 } @others;
}

# Reads what the program prints. False when there is nothing.
sub read_terminal {
  my $batch = '';
  while (length $batch < PIECE) {
    my $read = sysread $terminal, $batch, PIECE, length $batch;
    # Everybody has closed it, and the program goes on without: a read would say so for ever.
    select undef, undef, undef, LOOK if !defined $read && $! == EIO && $batch eq '';
    last if !$read || $read < 1024;
  }
  return 0 if $batch eq '';
  keep($batch);
  $output .= $batch if $out;
  return 1;
}

sub keep {
  if (@past && length $past[-1] < PIECE / 2) { $past[-1] .= $_[0] }
  else { push @past, $_[0] }
  $kept += length $_[0];
  while ($kept - length $past[0] > KEPT) {
    $kept -= length shift @past;
    $cut = 1;
  }
}

sub write_output {
  my $written = syswrite $out, $output, PIECE;
  if (!defined $written) { leave() unless $! == EAGAIN || $! == EINTR }
  elsif ($written == length $output) { $output = '' }
  else { substr $output, 0, $written, '' }
}

sub pass_typing {
  my $read = sysread $in, $heard, PIECE, length $heard;
  if (!$read) {
    leave() unless !defined $read && ($! == EAGAIN || $! == EINTR);
    return;
  }
  while ($heard ne '') {
    my $at = index $heard, "\xFF";
    if ($at < 0) {
      $typing .= $heard;
      $heard = '';
    } elsif ($at > 0) { $typing .= substr $heard, 0, $at, '' }
    elsif ($heard =~ s/\A\xFF=//) { $typing .= "\xFF" }
    elsif ($heard =~ s/\A\xFFsize (\d+) (\d+)\n//) { take_size($1, $2) }
    elsif ($heard =~ /\A\xFF[a-z]{0,4}(?: [\d ]{0,40})?\z/) { last }
    else { $heard =~ s/\A\xFF[a-z]*[\d ]*// }
  }
}

sub write_typing {
  my $written = $terminal ? syswrite $terminal, $typing : 0;
  if ($written) { substr $typing, 0, $written, '' }
}

sub take_size {
  my ($rows, $cols) = @_;
  return unless $rows && $cols;
  @size = ($rows, $cols);
  # Two sizes at once would be one: a program that already has it draws nothing.
  tell_size($redraw ? ($rows > 1 ? $rows - 1 : 2) : $rows, $cols);
  @size_owed = $redraw ? @size : ();
  $redraw = 0;
}

sub settle_size {
  tell_size(@size_owed) if @size_owed;
  @size_owed = ();
}

sub tell_size {
  my $size = pack 'S4', @_, 0, 0;
  ioctl $terminal, TIOCSWINSZ, $size if $terminal;
}

1;
